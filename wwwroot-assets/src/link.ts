import { HttpTransportType, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import type { Link } from "./hub.ts";

// The server speaks once a second: when two of its words are missing the line is cut, and within three seconds somebody reads that.
const silenceMs = 2_500;
const keepAliveMs = 5_000;

/**
 * A WebSocket straight away: one round trip less, and any node of the server will do. Every third attempt negotiates, for a
 * network that lets no WebSocket through – and because only a negotiation can say "unauthorized".
 */
export function openLink(failures: number): Link {
  const negotiated = failures % 3 === 2;
  return new HubConnectionBuilder()
    .withUrl("/hubs/floor", negotiated ? {} : { skipNegotiation: true, transport: HttpTransportType.WebSockets })
    .configureLogging(LogLevel.None)
    .withServerTimeout(silenceMs)
    .withKeepAliveInterval(keepAliveMs)
    .build();
}

// A short tone at the warning and two at the time, for rooms that want them: `?chime=on`. Off by default – an interpreter has the room in the ear.
import type { Phase } from "./view.ts";

/** Sounds so many tones. */
export type Tones = (count: number) => void;

/** Hears which phase is shown; what stood there when the page was opened has been heard already. */
export class Chime {
  readonly #sound: Tones;
  #phase: Phase | null = null;

  constructor(sound: Tones) {
    this.#sound = sound;
  }

  hear(phase: Phase | null): void {
    const before = this.#phase;
    this.#phase = phase;
    if (before === null || before === phase) return;
    if (before === "Speaking" && phase === "Warning") this.#sound(1);
    else if (phase === "Expired") this.#sound(2);
  }
}

const toneHz = 740;
const toneS = 0.35;

/** Browsers that were not told to play without a touch play after the first one. */
export function browserTones(): Tones {
  const audio = new AudioContext();
  const wake = () => void audio.resume().catch(() => {});
  for (const touch of ["pointerdown", "keydown"]) window.addEventListener(touch, wake, { once: true });
  return (count) => {
    for (let tone = 0; tone < count; tone++) {
      const from = audio.currentTime + tone * (toneS + 0.15);
      const [voice, loudness] = [audio.createOscillator(), audio.createGain()];
      voice.frequency.value = toneHz;
      loudness.gain.setValueAtTime(0.25, from);
      loudness.gain.exponentialRampToValueAtTime(0.001, from + toneS);
      voice.connect(loudness).connect(audio.destination);
      voice.start(from);
      voice.stop(from + toneS);
    }
  };
}

/**
 * The sentence for the visitor when the server has answered and said no; null for every other trouble, which time may mend.
 * The client hands a HubException over inside a sentence of its own, and a failed negotiation as a text with the status in it.
 */
export function refusalIn(error: unknown, signInAgain: string): string | null {
  const text = error instanceof Error ? error.message : "";
  const sentence = /HubException: (.+)$/s.exec(text)?.[1];
  if (sentence !== undefined) return sentence.trim();
  return /Status code '40[13]'/.test(text) ? signInAgain : null;
}

/** Time as the pages use it: a monotonic reading and a wake-up call. Tests bring their own. */
export interface Time {
  now(): number;
  /** Calls once, later; the answer cancels the call. */
  after(ms: number, call: () => void): () => void;
}

export const browserTime: Time = {
  now: () => performance.now(),
  after(ms, call) {
    // A timeout drops the fraction of a millisecond; rounding up keeps it from firing just before a boundary.
    const id = setTimeout(call, Math.ceil(ms));
    return () => clearTimeout(id);
  },
};

/** Fails when the work takes longer. The work itself is not stopped: the caller does that. */
export async function within<T>(time: Time, ms: number, work: Promise<T>): Promise<T> {
  let cancel = () => {};
  const late = new Promise<never>((_, reject) => {
    cancel = time.after(ms, () => reject(new Error(`No answer within ${ms} ms`)));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    cancel();
  }
}

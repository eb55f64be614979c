import { ActionError } from "../../errors.ts";

/** The cancellation ends what is being asked when it comes. What is asked after it gets a moment: these are last words. */
export async function unlessInterrupted<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof ActionError) || error.reasonCode !== "cancelled") throw error;
    return write();
  }
}

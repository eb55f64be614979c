import type { Pace } from "../../../src/ports/aws.ts";

/** The pace in an account that nobody else uses: AWS never throttles. */
export const freePace: Pace = { pause: (wanted) => wanted };

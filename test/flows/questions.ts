import type { Questions } from "../../src/ports/preflight.ts";

/** What a preflight may ask, of which a test answers some; any other question is an error. */
export function onlyThese(some: Partial<Questions>): Questions {
  return new Proxy(some, {
    get: (answered, name) => {
      if (Object.hasOwn(answered, name)) return answered[name as keyof Questions];
      throw new Error(`nobody was to ask for ${String(name)}`);
    },
  }) as Questions;
}

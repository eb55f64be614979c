import type { Questions } from "../../src/ports/preflight.ts";

/** What a preflight may ask, of which a test answers some; any other question is an error. */
export function onlyThese(some: Partial<Questions>): Questions {
  return new Proxy(some, {
    get: (answered, name) =>
      Object.hasOwn(answered, name) ? answered[name as keyof Questions] : nobodyAsks(String(name)),
  }) as Questions;
}

function nobodyAsks(name: string): unknown {
  const refuse = () => {
    throw new Error(`nobody was to ask for ${name}`);
  };
  return new Proxy(refuse, { get: refuse, apply: refuse });
}

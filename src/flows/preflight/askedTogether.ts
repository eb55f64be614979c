import type { Subnets } from "../../ports/aws.ts";

/** Subnets of which several checks that begin together ask in one call. */
export function askedTogether(subnets: Subnets): Subnets {
  let waiting: Set<string> | undefined;
  let answer: ReturnType<Subnets["find"]> | undefined;
  return {
    find: async (ids, signal) => {
      if (waiting === undefined || answer === undefined) {
        const all = new Set<string>();
        waiting = all;
        answer = Promise.resolve().then(() => {
          waiting = undefined;
          return subnets.find([...all], signal);
        });
      }
      for (const id of ids) waiting.add(id);
      return (await answer).filter(({ id }) => ids.includes(id));
    },
  };
}

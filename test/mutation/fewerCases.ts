/** Mutation testing runs the random cases once a mutant, and by this factor fewer of them. */
export const FEWER = Number(process.env.FEWER_CASES ?? 1);

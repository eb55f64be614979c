/** The value of a field that CloudFormation always answers. Throws where it does not: guessing could hide a change. */
export function required<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw new Error(`CloudFormation answered without ${field}`);
  return value;
}

/** A required time in milliseconds since the epoch. */
export function time(value: Date | undefined, field: string): number {
  return required(value, field).getTime();
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that have a value: SDK types say `undefined` where ours have no field at all. */
export function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}

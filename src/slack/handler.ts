/** The first one registered under that name. Names come from outside: what every object inherits is none. */
export function handlerOf<T>(
  all: readonly (Readonly<Record<string, T>> | undefined)[],
  name: string,
): T | undefined {
  return all.find((one) => one !== undefined && Object.hasOwn(one, name))?.[name]
}

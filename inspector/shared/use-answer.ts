import { useEffect, useState } from "preact/hooks";

/** What was asked for, once it is there, or why it is not. */
export type Answer<T> = { readonly value?: T; readonly error?: Error };

/** Asks once for each key, and forgets an answer that comes when another is wanted. */
export function useAnswer<T>(key: string, ask: () => Promise<T>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T> & { readonly key: string }>({ key });
  useEffect(() => {
    let isWanted = true;
    const tell = (told: Answer<T>) => {
      if (isWanted) setAnswer({ key, ...told });
    };
    ask().then(
      (value) => tell({ value }),
      (error: unknown) =>
        tell({ error: error instanceof Error ? error : new Error("", { cause: error }) }),
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return answer.key === key ? answer : {};
}

// What the tests ask of a browser, whichever protocol it speaks.

export type Hand = 'mouse' | 'touch' | 'pen';

/** Of one source, as WebDriver and WebDriver BiDi both write it. */
export type Actions =
  | {
      type: 'pointer';
      id: string;
      parameters: { pointerType: Hand };
      actions: object[];
    }
  | { type: 'key'; id: string; actions: object[] };

export interface Browser {
  name: string;
  version: string;
  /** What its driver can move. Two fingers at once, neither driver can: tests/e2e/hand.test.js has those. */
  hands: Hand[];
  open(url: string): Promise<void>;
  /** Calls a function within the page, on values that JSON can carry, and gives what it promises. */
  evaluate<A extends unknown[], R>(f: (...given: A) => R, ...given: A): Promise<Awaited<R>>;
  act(sources: Actions[]): Promise<void>;
  /** The inside of the window, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** As a PNG. */
  screenshot(): Promise<Buffer>;
  /** Shows the page as on paper, as far as the browser lets itself be told: see each one's. */
  layOutForPaper(): Promise<void>;
  /** Errors and warnings that the browser itself noted since it was last asked. */
  noted(): string[];
  close(): Promise<void>;
}

declare global {
  interface Window {
    /** What went wrong on the page, by `report` in visit.js. */
    complaints: string[];
  }
}

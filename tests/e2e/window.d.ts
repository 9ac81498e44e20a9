// What tests leave on the page to look at later.

interface Window {
  axe: {
    run(
      root: Document | { include: string[] },
    ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
  answers: number;
  settled: number;
  /** Opened by the page. */
  opened: Window | null;
  angles: number[];
  menus: boolean[];
  said: (string | null | undefined)[];
  heard: { code: string; message: string; model?: string }[];
}

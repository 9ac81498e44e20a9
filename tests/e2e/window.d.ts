// What tests leave on the page to look at later.

interface Window {
  answers: number;
  said: (string | null | undefined)[];
  heard: { code: string; message: string; model?: string }[];
}

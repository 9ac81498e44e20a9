// The elements in JSX and TSX. A declaration for a library that is not installed is nothing: hence each `@ts-ignore`.

import type { GsaDemo } from './element.js';
import type { GsaFigure } from './figure.js';
import type { EngineChoice, NetworksDetail, PredictDetail, Stroke, Trial } from './types.d.ts';

/** An attribute that is there or not. */
type Flag = boolean | '';

/** What `<gsa-demo>` takes besides what every element does. */
export interface GsaDemoProps {
  networks?: string | string[];
  model?: string;
  compare?: string;
  angle?: number | string;
  sample?: number | string;
  intro?: Flag;
  layer?: number | string;
  channel?: number | string;
  large?: Flag | 'side';
  engine?: EngineChoice;
  theme?: 'light' | 'dark';
  view?: 'full' | 'compact';
  figures?: string | string[];
  strokes?: Stroke[];
  trial?: Trial;
  place?: string;
  choices?: Record<string, string>;
  onpredict?: (event: CustomEvent<PredictDetail>) => void;
  onnetworks?: (event: CustomEvent<NetworksDetail>) => void;
}

/** What `<gsa-figure>` takes besides what every element does. */
export interface GsaFigureProps {
  name?: string;
  for?: string;
  htmlFor?: string;
  theme?: 'light' | 'dark';
  sample?: number | string;
  angle?: number | string;
  networks?: string;
  place?: string;
  large?: Flag;
}

// @ts-ignore
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      'gsa-demo': GsaDemoProps & DetailedHTMLProps<HTMLAttributes<GsaDemo>, GsaDemo>;
      // @ts-ignore
      'gsa-figure': GsaFigureProps & DetailedHTMLProps<HTMLAttributes<GsaFigure>, GsaFigure>;
    }
  }
}

// @ts-ignore
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      'gsa-demo': GsaDemoProps & Omit<HTMLAttributes<GsaDemo>, keyof GsaDemoProps>;
      // @ts-ignore
      'gsa-figure': GsaFigureProps & Omit<HTMLAttributes<GsaFigure>, keyof GsaFigureProps>;
    }
  }
}

// What `xtask/assets/results.mjs` makes of cards and tables, for the figures of experiments.

export interface Measured {
  /** In per cent, as all shares here. */
  percent: number;
  right: number;
  of: number;
  /** Within these the true share lies, but for one case in twenty. */
  low: number;
  high: number;
}

export interface Row {
  name: string;
  family: 'attention' | 'convolution';
  parameters: number | null;
  /** Published. */
  rotmnist: number | null;
  cifar10: number | null;
  pcam: number | null;
  here: Measured | null;
}

export interface Run {
  run: string;
  network: string;
  /** Whether it is one of those that went on for more than four epochs. */
  isLong: boolean;
  points: { epoch: number; minutes: number; percent: number }[];
}

export interface Results {
  paper: string;
  networks: { table: string; rows: Row[] };
  windows: {
    table: string;
    network: string;
    rows: { window: number; published: number; here: number | null }[];
  };
  runs: Run[];
}

export interface Cost {
  varied: 'group elements' | 'window' | 'picture';
  value: number;
  milliseconds: number;
  megabytes: number;
  /** Milliseconds by the law of the published code, from one timing of it. */
  published: number;
}

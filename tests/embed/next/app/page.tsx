'use client';

import 'gsa-net/define.js';

export default function Page() {
  return (
    <main>
      <gsa-demo sample="3" angle={90} />
      <gsa-figure name="polar" />
    </main>
  );
}

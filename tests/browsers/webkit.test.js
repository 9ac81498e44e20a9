import { found } from './process.js';
import { ways } from './ways.js';
import { webkit } from './webkit.js';

const LIBRARIES = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib',
  '/usr/libexec',
];
const BROWSERS = LIBRARIES.flatMap((folder) =>
  ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map(
    (name) => `${folder}/${name}/MiniBrowser`,
  ),
);

const driver = found('WEBKIT_DRIVER', 'WebKitWebDriver');
const browser = found('WEBKIT_BROWSER', ...BROWSERS);
const screen = found('XVFB', 'Xvfb');

ways(
  'WebKit',
  () => webkit({ driver: driver ?? '', browser: browser ?? '', screen: screen ?? '' }),
  !(driver && browser && screen) &&
    'WebKitGTK, its driver or Xvfb is not here: see WEBKIT_DRIVER, WEBKIT_BROWSER and XVFB',
);

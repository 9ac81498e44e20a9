// Where files of the package are that lie beside its modules.

/** Where Vite's server, up to version 7, keeps modules of packages that it has bundled: `.vite/deps`, or deeper in what others call theirs. */
const BUNDLED = /\/node_modules\/\.(?!pnpm\/)(?:[\w.-]+\/)+?deps\//;

/**
 * The address of a file that is named from a module. That server leaves the files of the modules that it moves behind, where the package is
 * installed.
 *
 * @param {URL} url
 */
export function installed(url) {
  return url.href.replace(BUNDLED, '/node_modules/gsa-net/');
}

// Where files of the package are that lie beside its modules.

/**
 * The address of a file that is named from a module. Vite's server, up to version 7, moves modules that it has bundled into a
 * folder of its own and leaves their files behind, where the package is installed.
 *
 * @param {URL} url
 */
export function installed(url) {
  return url.href.replace('/node_modules/.vite/deps/', '/node_modules/gsa-net/');
}

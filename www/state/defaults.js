// What is shown where nobody has chosen.

/** Names of the networks, in their order. */
export const DEFAULT_NETWORKS = ['r8f_sa_upright', 'z2_sa_upright'];

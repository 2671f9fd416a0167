/** In place of the library: React no longer reads the types that this one names. */
export default {object: {}};

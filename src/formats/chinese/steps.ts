/** So many parts are looked at before something else may have its turn. */
export const PARTS_PER_STEP = 100;

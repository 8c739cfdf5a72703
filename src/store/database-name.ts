/** The database in DATA_DIR. Whoever only looks for it loads no SQLite for its name. */
export const DATABASE_FILE = 'rostrum.db';

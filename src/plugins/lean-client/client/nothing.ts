/** In place of client modules that are loaded where they are needed instead. */
export {};

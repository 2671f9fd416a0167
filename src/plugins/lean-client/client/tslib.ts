/** In place of tslib, of which the browser's code uses this one helper. @returns the module as an ES module has it */
export function __importDefault<Module>(module: Module): Module | {default: Module} {
  return (module as {__esModule?: boolean} | undefined)?.__esModule ? module : {default: module};
}

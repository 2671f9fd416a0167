/** The library without its router for addresses behind a #, which the site does not use and Docusaurus names. */
export * from 'react-router-dom/esm/react-router-dom.js';
export {BrowserRouter as HashRouter} from 'react-router-dom/esm/react-router-dom.js';

/**
 * In dev: loads the page anew once the error that the overlay tells is mended. What the dev server would patch in then
 * is the difference from the broken state, which the page never had.
 */
let broken = false;

window.addEventListener('message', ({data}: MessageEvent<{type?: unknown} | undefined>) => {
  // Sent by the client of webpack-dev-server to its own window after each compilation.
  if (data?.type === 'webpackErrors') {
    broken = true;
  } else if (
    broken &&
    ['webpackOk', 'webpackStillOk', 'webpackWarnings'].includes(String(data?.type))
  ) {
    window.location.reload();
  }
});

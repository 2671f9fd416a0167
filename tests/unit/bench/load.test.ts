import {parseWrk} from '../../bench/load';

const OUTPUT = `Running 30s test @ http://127.0.0.1:1
  Latency Distribution
     50%   10.00ms
     99%   46.51ms
  1000 requests in 30.00s, 18.00MB read
  Socket errors: connect 1, read 2, write 3, timeout 4
  Non-2xx or 3xx responses: 5
Requests/sec:  12345.67
Transfer/sec:    201.10MB
`;

test('reads what wrk prints', () => {
  expect(parseWrk(OUTPUT)).toEqual({
    requestsPerSecond: 12345.67,
    transferPerSecond: '201.10MB',
    p99: '46.51ms',
    errors: 15,
  });
});

test('no line of errors is no error', () => {
  expect(parseWrk(OUTPUT.replace(/^.*(Socket|Non-2xx).*$/gm, '')).errors).toBe(0);
});

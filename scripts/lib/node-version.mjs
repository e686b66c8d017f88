// Whether this Node can run the project; written for any Node that knows modules.

var OLDEST = [20, 19];

/** True when Node is new enough; otherwise says so in one line and sets the exit code. */
export function requireNode() {
  var version = process.versions.node.split('.').map(Number);
  var isNewEnough = version[0] > OLDEST[0] || (version[0] === OLDEST[0] && version[1] >= OLDEST[1]);
  if (!isNewEnough) {
    console.error(
      'hatstack needs Node 20.19 or later, this is ' +
        process.versions.node +
        ': install Node 22 or 24 from https://nodejs.org',
    );
    process.exitCode = 2;
  }
  return isNewEnough;
}

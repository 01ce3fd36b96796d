// Claims about the pages, each checked on its own: a failed one is told and counted, and the next goes on.
let passed = 0
const failures = []

/** Runs a check; whatever the browser complained about meanwhile fails it too, unless it matches `expected`. */
export async function claim(name, browser, check, expected = []) {
  browser.complaints.length = 0
  let reason
  try {
    await check()
    await browser.settle()
    const unexpected = browser.complaints.filter(text => !expected.some(pattern => pattern.test(text)))
    if (unexpected.length > 0) reason = 'the browser complained: ' + [...new Set(unexpected)].join('\n    ')
  } catch (failure) {
    reason = failure.message
    await browser.photograph('failed-' + name.replace(/\W+/g, '-').slice(0, 60)).catch(() => undefined)
  }
  if (reason === undefined) {
    passed++
    console.log('  passed  ' + name)
  } else {
    failures.push(name)
    console.log('  FAILED  ' + name + '\n    ' + reason)
  }
}

export function expect(truth, message) {
  if (!truth) throw new Error(message)
}

/** Tells the result; answers the exit code. */
export function summary() {
  console.log(`${passed} passed, ${failures.length} failed`)
  for (const name of failures) console.log('  failed: ' + name)
  return failures.length === 0 && passed > 0 ? 0 : 1
}

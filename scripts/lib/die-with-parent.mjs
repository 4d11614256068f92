// Loaded into every child and what it starts in turn: when the process that started it is gone (kill -9), it goes too.
const parent = process.ppid

if (process.env.BABU_PARENT) {
  setInterval(() => {
    if (process.ppid === parent) return
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 2000).unref()
  }, 300).unref()
}

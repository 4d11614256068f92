// Loaded into every child: when the process that started it is gone (kill -9), it goes too.
const parent = Number(process.env.BABU_PARENT)

if (parent && process.ppid === parent) {
  setInterval(() => {
    if (process.ppid === parent) return
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 2000).unref()
  }, 300).unref()
}

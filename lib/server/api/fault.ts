import 'server-only'

export { reportDenied, reportFault } from '../log'

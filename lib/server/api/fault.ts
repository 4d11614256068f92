import 'server-only'

export { reportFault } from '../log'

import type { Endpoint } from '../_kit/endpoint'
import { appointmentEndpoints } from './appointments'
import { catalogueEndpoints } from './catalogue'
import { customerEndpoints } from './customers'
import { visitEndpoints } from './visits'

/** Everything the API can do. The route, the document and the tests walk this list. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...catalogueEndpoints,
  ...appointmentEndpoints,
  ...visitEndpoints,
  ...customerEndpoints,
]

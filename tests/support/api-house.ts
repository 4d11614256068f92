import { aHouseForTheApi } from './api'

// Says what a test in another process must know of the dealership it calls the API of.
const { key, washable, draft } = await aHouseForTheApi()
const known = {
  key,
  washable: { visitId: washable.visitId, orderId: washable.orderId },
  draft: { orderId: draft.orderId, vehicle: { id: draft.vehicle.id } },
}
process.stdout.write(`${JSON.stringify(known)}\n`, () => process.exit(0))

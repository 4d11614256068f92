export default {
  title: (f: { groups: string }) => `Is this a come-back? The same was repaired lately: ${f.groups}.`,
  since: (f: { day: string; days: number; km: string }) =>
    `handed over on ${f.day}, ${f.days === 0 ? 'today' : f.days === 1 ? '1 day ago' : `${f.days} days ago`}${f.km ? `, ${f.km} driven since` : ''}.`,
  handTo: (f: { name: string }) => `Hand the car to ${f.name}, the most experienced adviser here`,
  yes: 'It is a come-back',
  no: 'It is something else',
  tied: 'Tied to the first order. The service manager has been told.',
  notTied: 'Noted: no come-back.',
  groups: {
    brakes: 'brakes',
    steering: 'steering',
    suspension: 'suspension',
    engine: 'engine',
    gearbox: 'gearbox',
    electrical: 'electrics',
    airConditioning: 'air conditioning',
    tyres: 'tyres',
    body: 'body',
    leak: 'leak',
    noise: 'noise',
  },
}

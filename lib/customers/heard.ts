/** How customers hear of the house: `friend` is the referral that X-KPI-22 counts. */
export const HEARD_BY = ['friend', 'newCar', 'internet', 'advert', 'passing', 'insurer', 'other'] as const
export type HeardBy = (typeof HEARD_BY)[number]

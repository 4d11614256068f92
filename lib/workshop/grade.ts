export { gradeCovers, GRADES, type Grade } from '../dealership/grade'

/** Whether the brand certificate is valid on `day` (X-TEC-01); both 'YYYY-MM-DD'. */
export const isCertified = (certifiedUntil: string | null, day: string): boolean =>
  certifiedUntil !== null && certifiedUntil >= day

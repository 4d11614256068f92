export type Grade = 'junior' | 'middle' | 'senior'

/** Register 7.1: each grade does its own work and that of the grades below it (X-TEC-02). */
export const GRADES = ['junior', 'middle', 'senior'] as const satisfies Grade[]

/** Whether a technician of `grade` may do a job that takes `needed` (S5-18). Without a grade: nothing. */
export const gradeCovers = (grade: Grade | null, needed: Grade): boolean =>
  grade !== null && GRADES.indexOf(grade) >= GRADES.indexOf(needed)

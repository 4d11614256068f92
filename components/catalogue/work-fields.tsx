'use client'

import { useMessages } from '@/components/shell/locale'
import { Field } from '@/components/ui/field'
import { DigitsInput } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { WORK_CLASSES } from '@/lib/catalogue/schemas'
import { GRADES, SKILLS } from '@/lib/dealership/staff-rules'
import { catalogue } from '@/lib/i18n/catalogue'
import { people } from '@/lib/i18n/people'

export type Work = {
  workClass: (typeof WORK_CLASSES)[number]
  skill: (typeof SKILLS)[number]
  minGrade: (typeof GRADES)[number]
  minutes: number
}

/** Class, trade, least grade and minutes of a piece of work. */
export function WorkFields({ work, minutesLabel }: { work?: Work; minutesLabel?: string }) {
  const t = useMessages(catalogue)
  const p = useMessages(people)
  return (
    <div className="tablet:grid-cols-2 grid gap-4">
      <Field label={t.workClass} name="workClass" required>
        <Select
          defaultValue={work?.workClass ?? 'maintenance'}
          options={WORK_CLASSES.map((value) => ({ value, label: t.workClasses[value] }))}
        />
      </Field>
      <Field label={t.skill} name="skill" required>
        <Select
          defaultValue={work?.skill ?? 'general'}
          options={SKILLS.map((value) => ({ value, label: p.skillNames[value] }))}
        />
      </Field>
      <Field label={t.minGrade} name="minGrade" required>
        <Select
          defaultValue={work?.minGrade ?? 'junior'}
          options={GRADES.map((value) => ({ value, label: p.grades[value] }))}
        />
      </Field>
      <Field label={minutesLabel ?? t.minutes} name="minutes" required>
        <DigitsInput defaultValue={work?.minutes} maxLength={4} />
      </Field>
    </div>
  )
}

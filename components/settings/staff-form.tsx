'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { ChipCheck } from '@/components/ui/chip'
import { ChipGroup } from '@/components/ui/chip-group'
import { Field } from '@/components/ui/field'
import { DateInput, Input, PhoneInput } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { ROLES, type Role } from '@/lib/auth/roles'
import { GRADES, SKILLS } from '@/lib/dealership/staff-rules'
import { common } from '@/lib/i18n/common'
import { people } from '@/lib/i18n/people'
import { roles as roleNames } from '@/lib/i18n/roles'

type StaffPerson = {
  id: string
  employeeNo: string
  name: string
  nameEn: string
  phone: string
  roles: Role[]
  grade: (typeof GRADES)[number] | null
  skills: string[]
  certifiedUntil: string | null
}
type Props = { action: FormAction; person?: StaffPerson; own?: boolean; mayMakeAdministrator: boolean }

/** A person of the staff: name, roles, and for technicians grade, skills and certificate. */
export function StaffForm({ action, person, own, mayMakeAdministrator }: Props) {
  const t = useMessages(people)
  const c = useMessages(common)
  const names = useMessages(roleNames)
  const offered = ROLES.filter(
    (role) => role !== 'administrator' || mayMakeAdministrator || person?.roles.includes(role),
  )
  return (
    <ActionForm action={action} okMessage={t.saved}>
      {person && <input type="hidden" name="id" value={person.id} />}
      <div className="tablet:grid-cols-2 grid gap-4">
        <Field label={t.employeeNo} name="employeeNo" required>
          <Input defaultValue={person?.employeeNo} maxLength={20} />
        </Field>
        <Field label={t.name} name="name" required>
          <Input defaultValue={person?.name} maxLength={60} />
        </Field>
        <Field label={t.nameEn} name="nameEn" optional>
          <Input defaultValue={person?.nameEn} maxLength={60} />
        </Field>
        <Field label={t.phone} name="phone" optional>
          <PhoneInput defaultValue={person?.phone} />
        </Field>
      </div>
      <ChipGroup legend={t.roles} name="roles" hint={own ? t.ownRoles : t.rolesHint}>
        {offered.map((role) => (
          <ChipCheck key={role} name="roles[]" value={role} defaultChecked={person?.roles.includes(role)}>
            {names[role]}
          </ChipCheck>
        ))}
      </ChipGroup>
      <div className="tablet:grid-cols-2 grid gap-4">
        <Field label={t.grade} name="grade" optional>
          <Select
            placeholder={t.noGrade}
            defaultValue={person?.grade ?? ''}
            options={GRADES.map((value) => ({ value, label: t.grades[value] }))}
          />
        </Field>
        <Field label={t.certifiedUntil} name="certifiedUntil" optional>
          <DateInput defaultValue={person?.certifiedUntil ?? ''} />
        </Field>
      </div>
      <ChipGroup legend={t.skills} name="skills">
        {SKILLS.map((skill) => (
          <ChipCheck
            key={skill}
            name="skills[]"
            value={skill}
            defaultChecked={person?.skills.includes(skill)}
          >
            {t.skillNames[skill]}
          </ChipCheck>
        ))}
      </ChipGroup>
      <Submit className="self-end">{person ? c.save : t.add}</Submit>
    </ActionForm>
  )
}

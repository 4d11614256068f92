import type { ReactNode } from 'react'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Submit } from '@/components/ui/submit'

type Props = {
  action: FormAction
  fields: Record<string, string>
  children: ReactNode
  okMessage?: string
  variant?: 'primary' | 'secondary' | 'quiet'
  size?: 'small' | 'medium' | 'large'
  icon?: ReactNode
  block?: boolean
  className?: string
  /** Classes of the button itself. */
  look?: string
}

/** A form of one button. */
export function OneTap({ action, fields, children, okMessage, className, look, ...rest }: Props) {
  return (
    <ActionForm action={action} okMessage={okMessage} className={className}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Submit className={look} {...rest}>
        {children}
      </Submit>
    </ActionForm>
  )
}

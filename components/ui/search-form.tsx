'use client'

import Form from 'next/form'
import type { ComponentProps, FormEvent } from 'react'
import { shortSearch } from '@/lib/core/short-search'

function shorten({ currentTarget }: FormEvent<HTMLFormElement>) {
  for (const field of currentTarget.querySelectorAll('input')) field.value = shortSearch(field.value)
}

/** A search whose words go into the address of the page: telephone numbers and VINs only by their end. */
export function SearchForm(
  props: Omit<ComponentProps<typeof Form>, 'onSubmit' | 'action'> & { action: string },
) {
  return <Form role="search" {...props} onSubmit={shorten} />
}

-- Care that no service asks for: the first month, once a quarter, once a month, festivals (X-CRM-13 to X-CRM-18).
ALTER TYPE "ContactClass" ADD VALUE 'care';

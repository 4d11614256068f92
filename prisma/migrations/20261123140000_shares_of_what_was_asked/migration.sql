-- Who bears what of a request is in the paper that the customer has in hand: it stays as its lines and parts do.
CREATE TRIGGER not_other_than_asked BEFORE INSERT OR UPDATE ON "JobShare"
  FOR EACH ROW EXECUTE FUNCTION refuse_part_other_than_asked();

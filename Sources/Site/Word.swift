/// The words that pages ask for by themselves, beside those that templates name: keys of `templates/strings/*.yml`.
public enum Word: String, CaseIterable, Sendable {
  case menuRegulations = "menu_regulations"
  case menuTopics = "menu_topics"
  case menuSituations = "menu_situations"
  case menuGlossary = "menu_glossary"
  case menuAbout = "menu_about"

  case statusInForce = "status_in_force"
  case statusAdopted = "status_adopted"
  case statusDraft = "status_draft"
  case statusPlan = "status_plan"
  case statusSuperseded = "status_superseded"
  case statusRepealed = "status_repealed"

  case kindLocalRegulation = "kind_local_regulation"
  case kindSezRegulation = "kind_sez_regulation"
  case kindPlan = "kind_plan"

  case factAdopted = "fact_adopted"
  case factApproved = "fact_approved"
  case factIssued = "fact_issued"
  case factEffective = "fact_effective"
  case factSource = "fact_source"
  case factProvisions = "fact_provisions"

  case titleTopics = "title_topics"
  case titleSituations = "title_situations"
  case titleGlossary = "title_glossary"
  case titleFacts = "title_facts"
  case titleNotFound = "title_not_found"

  case descriptionRegulation = "description_regulation"
  case provisionCount = "provision_count"
  case asOf = "as_of"
  case signedBlank = "signed_blank"
  case notReviewed = "not_reviewed"
  case provisionTitle = "provision_title"

  case titleSearch = "title_search"
  case descriptionSearch = "description_search"
  case searchProvisions = "search_provisions"
  case searchRegulations = "search_regulations"
  case searchSituations = "search_situations"
  case searchTopics = "search_topics"
  case searchTerms = "search_terms"
  case searchFacts = "search_facts"
  case searchPages = "search_pages"
}
